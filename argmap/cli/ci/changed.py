"""Only the findings that a change brings: what a pull request is to answer for.

Both versions are checked by the same rules. What is found now and was not found in the base counts, wherever it stands:
whoever deletes an answer in one file is told of what nothing answers any more in another. A debate in another folder is
the same. The base is the commit at
which HEAD and the revision parted (their merge base), as in a pull request on GitHub, so that what others have done
since on the other branch counts for nothing.
"""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path

from argmap.cli.comparing.compared_debates import Comparing, moved
from argmap.cli.comparing.readable_files import readable
from argmap.cli.comparing.versions import WORK_TREE, Version
from argmap.cli.debates.checked_debates import Chosen
from argmap.cli.debates.workspace import Workspace
from argmap.cli.printing.report import Checked
from argmap.cli.settings.config import Config
from argmap.repository import GitError, Repository


def only_new(checked: Checked, folder: Path, revision: str, chosen: Chosen, today: datetime.date) -> Checked:
    """What was not found in the base. Raises GitError where git cannot say what that was."""
    repository = Repository.around(folder)
    base = Version(revision, repository.merge_base(revision), repository=repository)
    before, after = base.files(folder), WORK_TREE.files(folder)
    if before is None:
        with contextlib.suppress(GitError):  # the debate may be in another repository than this folder
            was = moved(base, WORK_TREE, [folder], Workspace.here()).get(folder.name)
            before = base.files(folder.with_name(was)) if was else None
    if before is None or after is None:
        return checked
    review = Comparing(chosen, today, Config(), 0, None).review_of(readable(before, after), (before, after))
    if review is None:
        return checked
    return checked._replace(diagnostics=[one for one in checked.diagnostics if one in set(review.diagnoses.new)])
