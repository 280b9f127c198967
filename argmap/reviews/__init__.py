"""What a change does to an argument: two evaluated debates become changes, consequences and a review.

`compare` finds the changes by meaning, `causes` which of them make a statement stand or fall, `consequences.review`
puts a `Review` together, `report`, `to_json` and `comment` show it.
"""

from argmap.reviews.compare import compare
from argmap.reviews.consequences import THRESHOLD, nothing, review
from argmap.reviews.result import Review

__all__ = ["THRESHOLD", "Review", "compare", "nothing", "review"]
