import liteav

HINTS_BY_CODE = {
    -5: "licence missing",
    -3317: "wrong SDKAppID",
    -3318: "room id out of range",
    -3320: "UserSig expired?",
}


class HintingDelegate(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        print(HINTS_BY_CODE.get(error, "no hint"))


if __name__ == "__main__":
    liteav.SetLogLevel(2)
    liteav.SetSocks5Proxy("10.0.0.7", 5000, "", "")
    liteav.TRTCCloud(HintingDelegate())
