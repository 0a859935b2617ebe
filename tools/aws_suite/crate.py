# SPDX-License-Identifier: Apache-2.0
"""The copy of the suite inside the crate aws-sigv4, fetched with cargo as crate/Cargo.lock pins it.

cargo works in a temporary folder that is its home, too, so nothing of it is left behind. The user's
own config.toml still counts: it may name a mirror or a proxy."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import suite
from .problem import NO_CRATE, Problem, shown

PINNED = Path(__file__).resolve().parent / "crate"
CRATE = "aws-sigv4"
SECONDS = 300
INSTEAD = "or name a checkout of the suite: import-aws-suite DIR OUT"


def pinned_version() -> str:
    lock = tomllib.loads((PINNED / "Cargo.lock").read_text(encoding="utf-8"))
    return next(p["version"] for p in lock["package"] if p["name"] == CRATE)


def name() -> str:
    return f"crate {CRATE} {pinned_version()}"


def users_config() -> list[str]:
    home = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
    found = [home / name for name in ("config.toml", "config") if (home / name).is_file()]
    return ["--config", str(found[0])] if found else []


def run(command: list[str], folder: Path, env: dict[str, str]) -> tuple[int, str]:
    """(exit status, standard error) of a program that does not outlive us: a signal that comes
    while it is being started waits until we know whom to end."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))

    def unmask() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    child = None
    try:
        try:
            child = subprocess.Popen(
                command,
                cwd=folder,
                env=env,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="backslashreplace",
                preexec_fn=unmask,
            )
        finally:
            unmask()
        _, said = child.communicate(timeout=SECONDS)
        return child.returncode, said
    finally:
        if child is not None:
            child.kill()
            child.wait()


def run_cargo(folder: Path) -> None:
    cargo = shutil.which("cargo")
    if cargo is None:
        raise Problem(
            f"there is no cargo: install 1.85 or newer (https://rustup.rs), {INSTEAD}", NO_CRATE
        )
    command = [cargo, *users_config(), "fetch", "--locked", "--quiet"]
    try:
        status, text = run(
            command, folder / "crate", {**os.environ, "CARGO_HOME": str(folder / "home")}
        )
    except subprocess.TimeoutExpired as e:
        raise Problem(f"cargo took more than {SECONDS} s; try again, {INSTEAD}", NO_CRATE) from e
    except OSError as e:
        raise Problem(f"{shown(cargo)}: {e.strerror}", NO_CRATE) from e
    if status != 0:
        said = " / ".join(shown(line.strip()) for line in text.splitlines() if line.strip())
        raise Problem(
            f"cargo could not fetch the crate: {said or status}\n"
            f"It needs cargo 1.85 or newer and the way to crates.io; mend that, {INSTEAD}",
            NO_CRATE,
        )


@contextmanager
def fetched_suite() -> Iterator[Path]:
    """The folder of the suite, there for as long as the context is open."""
    with tempfile.TemporaryDirectory(prefix="aws-suite-") as holder:
        folder = Path(holder)
        (folder / "crate").mkdir()
        for pinned in ("Cargo.toml", "Cargo.lock"):
            shutil.copy(PINNED / pinned, folder / "crate")
        (folder / "crate/empty.rs").touch()
        run_cargo(folder)
        sources = folder / "home/registry/src"
        found = list(sources.glob(f"*/{CRATE}-{pinned_version()}/{suite.NAME}"))
        if len(found) != 1:
            raise Problem(f"the {name()} that cargo fetched has no {suite.NAME}", NO_CRATE)
        yield found[0]
