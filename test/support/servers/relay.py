#!/usr/bin/python3 -IS
"""
Stands in for Python in the models folder of a run of tests (`recogniser.ts`): passes the programme's name, its arguments and all that comes in
to the run's one recogniser, through a socket beside itself, and its answers out. The walls around it let it reach nothing else.
"""

import json
import os
import socket
import struct
import sys
import threading

line = socket.socket(socket.AF_UNIX)
line.connect(os.path.join(os.path.dirname(os.path.abspath(__file__)), "line"))
asked = json.dumps([one for one in sys.argv[1:] if one not in ("-I", "-B")]).encode()
line.sendall(struct.pack("<I", len(asked)) + asked)


def pass_in():
    while part := os.read(0, 65536):
        line.sendall(part)
    line.shutdown(socket.SHUT_WR)


threading.Thread(target=pass_in, daemon=True).start()
while part := line.recv(65536):
    while part:
        part = part[os.write(1, part) :]
# The thread may still be waiting for what comes in.
os._exit(0)
