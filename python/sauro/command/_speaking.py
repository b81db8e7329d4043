"""A parser of arguments that says all of its texts in one language."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from sauro._base.errors import Texts
from sauro._base.words import Words

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["SpeakingParser", "WrongValue"]

# what argparse says of wrong usage; groups are taken over
SAID = (
    (r"the following arguments are required: (.*)", "thiếu {0}"),
    (r"unrecognized arguments: (.*)", "không có tùy chọn này: {0}"),
    (
        r"argument (.+?): invalid choice: (.*?) \(choose from (.*)\)",
        "{0}: không có {1}; hãy chọn {2}",
    ),
    (r"argument (.+?): invalid \w+ value: (.*)", "{0}: {1} không phải là số"),
    (r"argument (.+?): expected one argument", "{0}: cần một giá trị"),
    (r"argument (.+?): expected at least one argument", "{0}: cần ít nhất một giá trị"),
    (r"argument (.+?): ignored explicit argument (.*)", "{0}: không nhận giá trị {1}"),
    (r"ambiguous option: (.*) could match (.*)", "{0} chưa rõ là tùy chọn nào: {1}"),
    (r"argument (.+?): not allowed with argument (.*)", "{0}: không dùng cùng {1}"),
    (r"argument (.+?): (.*)", "{0}: {1}"),
)  # fmt: skip


class WrongValue(argparse.ArgumentTypeError):
    """What is wrong with a value, in both languages."""

    def __init__(self, texts: Texts) -> None:
        super().__init__("\0".join(texts))


class _Help(argparse.RawDescriptionHelpFormatter):
    """Writes "cách dùng" for "usage"."""

    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(
            usage, actions, groups, self._words("cách dùng: ") if prefix is None else prefix
        )


class SpeakingParser(argparse.ArgumentParser):
    """Takes texts in Vietnamese, and says them, and what argparse says itself, in one language."""

    def __init__(self, words: Words, *, examples: Iterable[str] = (), **options: Any) -> None:
        self.words = words
        for name in ("description", "epilog"):
            if options.get(name):
                options[name] = words(options[name])
        if shown := list(examples):
            options["epilog"] = "\n".join([words("ví dụ:"), *(f"  {one}" for one in shown)])
        options["formatter_class"] = lambda prog, **_more: _Help(words, prog)
        super().__init__(**options, add_help=False)
        self._positionals.title = words("tham số")
        self._optionals.title = words("tùy chọn")
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi kết thúc")

    def add_argument(self, *names: Any, **options: Any) -> Any:
        """Add an argument; its help is said in the language, with ``values`` in its braces."""
        values = options.pop("values", {})
        said = options.get("help")
        if said and said != argparse.SUPPRESS:
            options["help"] = self.words(said, **values).replace("%", "%%")
        if isinstance(options.get("metavar"), str):
            options["metavar"] = self.words(options["metavar"])
        return super().add_argument(*names, **options)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse; the command that was given says which options it doesn't have."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            getattr(options, "parser", self).error(f"unrecognized arguments: {' '.join(unknown)}")
        return options

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; where it can't be written is an error, which argparse passes over."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, and leave with 2."""
        said = self._said(message)
        hint = self.words("xem: {command} --help", command=self.prog)
        if sys.stderr is not None:  # closed by the caller
            print(f"{self.prog}: {said}\n{hint}", file=sys.stderr)
        raise SystemExit(2)

    def _said(self, message: str) -> str:
        """Say a message of argparse, or of a type of ours, in the language."""
        before, _, english = message.partition("\0")
        if self.words.language == "en":
            option = re.match(r"argument .+?: ", before)
            return f"{option[0] if option else ''}{english}" if english else message
        for pattern, said in SAID:
            if found := re.fullmatch(pattern, before, re.DOTALL):
                return said.format(*found.groups())
        return before
