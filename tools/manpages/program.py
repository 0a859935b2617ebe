# SPDX-License-Identifier: Apache-2.0
"""dciauth-conform(1): prose by hand, and between marks the lists that `export cli` gives."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from . import mdoc

MARK = '.\\" Made by tools/manpages: {}\n'
END = '.\\" End.\n'
REGION = re.compile(r'^\.\\" Made by tools/manpages: (\w+)\n.*?^\.\\" End\.\n', re.M | re.S)
QUOTED = re.compile(r"`([^`]*)`")


def sentences(text: str) -> list[str]:
    text = QUOTED.sub(r"'\1'", " ".join(text.split()))
    return mdoc.paragraph(text[0].upper() + text[1:] + ".", set())


def argument(text: str) -> str:
    """The arguments of a command: a word in small letters is typed as it is."""
    words = text.strip("[]").replace("…", " ...")
    macro = "" if not words else f" Cm {words}" if words.islower() else f" Ar {words}"
    return f" Op{macro}" if text.startswith("[") else macro


def commands(cli: dict[str, Any]) -> list[str]:
    lines = []
    for command in cli["commands"]:
        lines.append(f".It Ic {command['name']}{argument(command['arguments'])}")
        lines += sentences(command["help"])
    return lines


def options(cli: dict[str, Any]) -> list[str]:
    lines = []
    for option in cli["options"]:
        value = f" Ar {option['value']}" if "value" in option else ""
        lines += [f".It Fl -{option['name']}{value}", *sentences(option["help"])]
        if "commands" in option:
            lines.append(f"For {', '.join(option['commands'].split())}.")
    return lines


def words(rows: list[dict[str, str]]) -> list[str]:
    """In capitals stands a value; behind a colon, one too."""
    lines = []
    for row in rows:
        name, colon, value = row["word"].partition(":")
        macro = "Ar" if name.isupper() else "Cm"
        lines.append(f".It {macro} {name}" + (f":\\& Ns Ar {value}" if colon else ""))
        lines += sentences(row["help"])
    return lines


def lists(conform: Path) -> dict[str, list[str]]:
    cli = json.loads(subprocess.check_output([conform, "export", "cli"]))
    return {
        "commands": commands(cli),
        "targets": words(cli["targets"]),
        "options": options(cli),
        "exit": words(cli["exit"]),
    }


def page(text: str, conform: Path) -> str:
    """The page with its lists as the program has them now."""
    made = lists(conform)
    found = REGION.findall(text)
    if sorted(found) != sorted(made):
        raise ValueError(f"dciauth-conform.1: the marks are {found}, not {list(made)}")

    def fill(match: re.Match[str]) -> str:
        return MARK.format(match[1]) + "\n".join(made[match[1]]) + "\n" + END

    return REGION.sub(fill, text)


def untold(page: str, help_text: str) -> list[str]:
    """The options of a help text that a manual page does not name."""
    named = set(re.findall(r"Fl -([a-z-]+)", page))
    return sorted(set(re.findall(r"--([a-z-]+)", help_text)) - named)


def untold_in_readme(readme: str, conform: Path) -> list[str]:
    """The commands, options and exit statuses that the README's tables do not have."""
    cli = json.loads(subprocess.check_output([conform, "export", "cli"]))
    quoted = " ".join(re.findall(r"`([^`]*)`", readme))
    wanted = [f"{row['name']} {row['arguments']}".strip() for row in cli["commands"]]
    wanted += [f"--{row['name']}" for row in cli["options"] if row["name"] != "help"]
    alone = r"(?<![\w-]){}(?![\w-])"
    found = [word for word in wanted if not re.search(alone.format(re.escape(word)), quoted)]
    numbers = [row["word"] for row in cli["exit"]]
    return found + [f"exit status {n}" for n in numbers if f"\n| {n} |" not in readme]
