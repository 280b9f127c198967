"""What people write, and what the advice about it makes of it: the rows of `test_advice`."""

from tests.loader.rows.columns import COLUMNS
from tests.loader.rows.cut_texts import CUT_TEXTS
from tests.loader.rows.files import FILES
from tests.loader.rows.first_day import FIRST_DAY
from tests.loader.rows.forms import FORMS
from tests.loader.rows.habits import HABITS
from tests.loader.rows.ids_and_dates import DATES, IDS, NAMES
from tests.loader.rows.places import LEFT
from tests.loader.rows.references import REFERENCES
from tests.loader.rows.row import Row
from tests.loader.rows.second_types import BEGUN, MORE, NAMED, SECOND
from tests.loader.rows.slips import SLIPS
from tests.loader.rows.statements import KEYS, STATEMENTS
from tests.loader.rows.syntax import SYNTAX
from tests.loader.rows.two_forms import TWO_FORMS

ROWS: list[Row] = [
    *(*FORMS, *HABITS, *IDS, *DATES, *NAMES, *KEYS, *STATEMENTS, *REFERENCES, *SYNTAX, *FILES, *LEFT, *CUT_TEXTS),
    *(*NAMED, *SECOND, *BEGUN, *MORE, *TWO_FORMS, *SLIPS, *COLUMNS, *FIRST_DAY),
]
