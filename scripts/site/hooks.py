"""What MkDocs does beside rendering pages: it takes pages from elsewhere in the project, and keeps the Markdown."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

ROOT = Path(__file__).parents[2]
ELSEWHERE = {
    "changelog.md": "CHANGELOG.md",
    "reference/decisions.md": "openapi/DECISIONS.md",
    "reference/extensions.md": "openapi/EXTENSIONS.md",
    "reference/sandbox.md": "scripts/zoho_crm_sandbox/README.md",
    "reference/reference.html": "generated/zoho_crm_jobs/reference.html",
}
"""The pages that stand elsewhere in the project."""
OVERVIEW = "llms.txt"
"""The list of all pages, for assistants."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages from elsewhere. Their links to files of the project become plain text."""
    for page, path in ELSEWHERE.items():
        text = (ROOT / path).read_text("utf-8")
        if path.endswith(".md"):
            text = re.sub(r"\[([^\]]+)\]\((?!https?://|#)[^)]+\)", r"\1", text)
        files.append(File.generated(config, page, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Write the list of all pages, which are also there as Markdown."""
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    for page in nav.pages:
        text = page.file.content_string
        title = text.removeprefix("# ").partition("\n")[0]
        lines.append(f"- [{title}]({page.file.src_uri})")
        files.append(File.generated(config, f"{page.file.src_uri}.txt", content=text))
    files.append(File.generated(config, OVERVIEW, content="\n".join(lines) + "\n"))
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """Give the Markdown of the pages its own names, which MkDocs would have rendered."""
    for path in Path(config.site_dir).rglob("*.md.txt"):
        shutil.move(path, path.with_suffix(""))
