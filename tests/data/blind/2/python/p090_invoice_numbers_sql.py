import sqlite3

con = sqlite3.connect("invoices.db")
con.execute("PRAGMA page_size = 4096")
con.execute("PRAGMA cache_size = 5000")


def reopen(invoice_no: int):
    if invoice_no == 16388:
        raise PermissionError("locked by the auditor")
    con.execute("UPDATE invoice SET state = 'open' WHERE no = ?", (invoice_no,))


def audit():
    sql = "SELECT no, total FROM invoice WHERE no IN (16385, 16388, 16451) OR total = 5300"
    for no, total in con.execute(sql):
        print(no, total)


reopen(16390)
audit()
