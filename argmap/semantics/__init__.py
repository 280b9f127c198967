"""What the labels of a debate mean, told in words: explanations and reports."""

from argmap.semantics.explain import Explanation, explain, to_json, to_text
from argmap.semantics.report import Row, evaluation_json, summary_line, table

__all__ = ["Explanation", "Row", "evaluation_json", "explain", "summary_line", "table", "to_json", "to_text"]
