"""Findings in the forms that services read: GitHub, GitLab, code scanning (SARIF), test reports (JUnit).

Pure: checked debates in, text out. Paths are those from the root of the repository, whatever the current folder;
what a finding is called across commits is settled in `identity`.
"""
