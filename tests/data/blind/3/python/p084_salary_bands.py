import pandas as pd

staff = pd.read_excel("staff.xlsx")
staff["band"] = pd.cut(staff["salary"], [0, 4096, 5000, 5300, 5500, 65535], labels=list("ABCDE"))
exact = staff[staff["salary"] == 5400]
round_numbers = staff[staff["salary"].isin([5000, 5100, 5200, 5500])]

by_code = staff.groupby("cost_center").salary.sum()
print(by_code.loc[by_code > 5999])
print(exact.shape, round_numbers.shape)
by_code.to_csv("by_cost_center.csv")
