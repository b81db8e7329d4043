"""Vietnamese as it was written before Unicode: encoders of their own for the tests."""

import unicodedata

from open_documents import cp1258

LOWER = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
UPPER = LOWER.upper()
# TCVN 5712:1993 gives the letters of LOWER in that order, with its gaps
TCVN3 = dict(
    zip(
        LOWER,
        bytes.fromhex(
            "B5B6B7B8B9A8BBBCBDBEC6A9C7C8C9CACBAECCCECFD0D1AAD2D3D4D5D6D7D8DCDDDEDFE1E2E3E4"
            "ABE5E6E7E8E9ACEAEBECEDEEEFF1F2F3F4ADF5F6F7F8F9FAFBFCFDFE"
        ).decode("latin-1"),
        strict=True,
    )
)
TCVN3 |= dict(zip("ĂÂÊÔƠƯĐ", "\xa1\xa2\xa3\xa4\xa5\xa6\xa7", strict=True))
VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
VNI_SHAPES = {
    "\u0302": dict(zip(["", *VNI_TONES], "âáàåãä", strict=True)),
    "\u0306": dict(zip(["", *VNI_TONES], "êéèúüë", strict=True)),
}
VNI_WHOLE = {
    "đ": "ñ",
    "ơ": "ô",
    "ư": "ö",
    "í": "í",
    "ì": "ì",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
}


def vni(text: str) -> str:
    """Letters and then their marks."""
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", letter.lower())
        written = VNI_WHOLE.get(letter.lower())
        if written is None:
            shape = next((one for one in marks if one in VNI_SHAPES), "")
            tone = next((one for one in marks if one in VNI_TONES), "")
            horn = unicodedata.normalize("NFC", base + "\u031b") if "\u031b" in marks else base
            base = VNI_WHOLE.get(horn, horn)
            written = base + (VNI_SHAPES[shape][tone] if shape else VNI_TONES.get(tone, ""))
        out += written.upper() if letter.isupper() else written
    return out


def tcvn3(text: str, capitals: bool = False) -> str:
    """A letter a byte; capitals with tones are small letters, in a font that draws them large."""
    text = unicodedata.normalize("NFC", text)
    known = {letter: TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in set(text)}
    if capitals:
        known = {letter: TCVN3.get(letter.lower(), letter.lower()) for letter in set(text)}
    return "".join(known[letter] for letter in text)


def as_bytes(text: str, code: str) -> bytes:
    """Text of a file in an old encoding."""
    if code == "windows-1258":
        return cp1258(text)
    return {"TCVN3 (ABC)": tcvn3, "VNI": vni}[code](text).encode("cp1252")
