"""One sticky comment on the pull request or merge request that a program in CI runs for.

`targets` finds in the environment where that is, `github` and `gitlab` speak the two REST APIs through `client`, and
`sticky` makes the comment or updates the one that is there, never a second. Imported only where something is posted.
"""

from argmap.cli.ci.posting.post_errors import PostingError
from argmap.cli.ci.posting.sticky import Posted, put
from argmap.cli.ci.posting.targets import service
from argmap.cli.ci.posting.untrusted import as_comment

__all__ = ["Posted", "PostingError", "as_comment", "put", "service"]
