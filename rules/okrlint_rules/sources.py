"""The texts that the rules rest on."""

from okrlint import Source

COURSE = Source(
    "OKRs for personal and professional development (Google Project Management course)",
    "https://www.coursera.org/learn/project-planning-google/supplement/2UQow/"
    "okrs-for-personal-and-professional-development",
)
DOERR = Source("John Doerr, Measure What Matters (2018)", "https://www.whatmatters.com/")
GOOGLE = Source(
    "Google's OKR playbook, as published by What Matters",
    "https://www.whatmatters.com/resources/google-okr-playbook",
)
GITLAB = Source(
    "GitLab handbook: Objectives and Key Results",
    "https://handbook.gitlab.com/handbook/company/okrs/",
)
WODTKE = Source("Christina Wodtke, Radical Focus (2016)")
