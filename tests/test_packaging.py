"""The data of the program is found from a wheel and from a checkout alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import resources
from extractor.errors import RuleError
from extractor.resources import data_folder, patterns, read_csv, read_toml

PROJECT = Path(__file__).resolve().parent.parent


def install(monkeypatch: pytest.MonkeyPatch, root: Path, *folders: str) -> Path:
    """Pretends that the package lies in ``root`` with these folders of data."""
    package = root / "extractor"
    package.mkdir()
    for folder in folders:
        (root / folder).mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    return package


@pytest.mark.parametrize("name", ["patterns", "corpus"])
def test_data_is_found_in_a_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    package = install(monkeypatch, tmp_path, f"extractor/_data/{name}", name)
    assert data_folder(name) == package / "_data" / name


@pytest.mark.parametrize("name", ["patterns", "corpus"])
def test_data_is_found_in_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    install(monkeypatch, tmp_path, name)
    assert data_folder(name) == tmp_path / name


def test_an_installation_without_data_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, tmp_path)
    with pytest.raises(RuleError, match="install the package again"):
        data_folder("patterns")


def test_the_wheel_carries_the_data_where_it_is_looked_for() -> None:
    wheel = read_toml(PROJECT / "pyproject.toml")["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {name: f"extractor/_data/{name}" for name in ("patterns", "corpus")}


def test_every_file_of_patterns_can_be_read() -> None:
    files = [path for path in patterns().rglob("*") if path.is_file() and path.name != "README.md"]
    assert {path.suffix for path in files} == {".toml", ".csv"}
    for path in files:
        if path.suffix == ".toml":
            assert read_toml(path), path.name
        else:
            assert read_csv(*path.relative_to(patterns()).parts), path.name


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "percent.toml"
    path.write_text("label = ", encoding="utf-8")
    with pytest.raises(RuleError, match=r"percent\.toml: not valid TOML"):
        read_toml(path)
