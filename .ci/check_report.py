"""Check that a report holds every task of its plan, which the command reads anew.

Called with the command, the plan and the report.
"""

import html
import json
import subprocess
import sys
from pathlib import Path

sauro, plan, report = sys.argv[1:]
read = subprocess.run([sauro, "read", plan, "--json"], check=True, stdout=subprocess.PIPE)
titles = [task["title"] for task in json.loads(read.stdout)["tasks"]]
page = html.unescape(Path(report).read_text(encoding="utf-8"))
missing = [title for title in titles if title not in page]
if not titles or missing:
    sys.exit(f"{report}: {len(missing)} of {len(titles)} tasks are missing: {missing[:3]}")
print(f"{report}: all {len(titles)} tasks of {plan}")
