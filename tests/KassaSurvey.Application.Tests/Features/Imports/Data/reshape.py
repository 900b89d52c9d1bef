#!/usr/bin/env python3
"""Reshapes the synthetic two-wave survey into one import file of answers per wave.

Usage:  python3 reshape.py SOURCE FOLDER
        SOURCE  koko_like_two_waves.csv (beside the statistics tests, Reference/synthetic)
        FOLDER  where koko_like_2019.csv and koko_like_2020.csv are written

What becomes of the columns:
  member                       response_id
  wave                         decides the file
  lang                         language
  w_raked                      weight
  age, sex, region, benefit    segment:<name>
  the items                    today's question codes (CODES below); P_SOLVED keeps its name, because
                               it was a rating then and PHO_SOLVED is a choice now
  contact, chan_*, duration_s  left out: they are no answers of the questionnaire
Empty cells stay empty: missing.
"""
import csv
import pathlib
import sys

CODES = {
    "Q_OVERALL": "OVERALL",
    "A_SPEED": "HAN_SPEED",
    "A_RELIAB": "HAN_RELIABLE",
    "A_DECISION": "HAN_DECISION",
    "A_WEB_EASE": "DIG_EASE",
    "A_FORM": "DIG_FORM",
    "A_INFO": "INF_CLEAR",
    "A_SITE": "INF_FIND",
    "A_SERVICE": "STF_FRIENDLY",
    "A_EXPERT": "STF_EXPERT",
    "P_REACH": "PHO_REACH",
    "P_SOLVED": "P_SOLVED",
    "M_SPEED": "MSG_SPEED",
    "IM_TRUST": "IMG_TRUST",
    "IM_MEMBER": "IMG_SIDE",
    "IM_FUTURE": "IMG_FORWARD",
    "EX_MET": "EXP_MET",
    "EX_IDEAL": "EXP_IDEAL",
    "LO_AGAIN": "LOY_AGAIN",
    "LO_RECOMMEND": "LOY_RECOMMEND",
}
COLUMNS = {
    "member": "response_id",
    "lang": "language",
    "w_raked": "weight",
    "age": "segment:age",
    "sex": "segment:sex",
    "region": "segment:region",
    "benefit": "segment:benefit",
    **CODES,
}


def reshape(source: pathlib.Path, folder: pathlib.Path) -> None:
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for wave in sorted({row["wave"] for row in rows}):
        with (folder / f"koko_like_{wave}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS.values())
            writer.writerows([row[name] for name in COLUMNS] for row in rows if row["wave"] == wave)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    reshape(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
