import xarray as xr

ds = xr.open_dataset("dem.nc", chunks={"x": 4096, "y": 4096})
height = ds["height"].where(ds["height"] != 65535)

peaks = height.where(height >= 5000, drop=True)
above = {limit: int((height > limit).sum()) for limit in (5000, 5200, 5300, 5500, 5998)}
print(above)

exact = height.where(height == 5400)
print(float(exact.count()), float(peaks.max()))
ds.close()
