const { app, BrowserWindow, ipcMain, dialog, session } = require('electron');
const path = require('path');
const log = require('electron-log');

let win;
const CACHE = 65535 * 1024;

// error codes of the page's trtc-js-sdk for which we open the system's settings
const SETTINGS_CODES = { 4099: 'camera', 0x4044: 'camera', 4098: null };

function create() {
  win = new BrowserWindow({
    width: 1280,
    height: 800,
    maxWidth: 4096,
    webPreferences: { preload: path.join(__dirname, 'preload.js'), contextIsolation: true }
  });
  win.loadURL(app.isPackaged ? 'app://index.html' : 'http://localhost:4100/');
  win.on('unresponsive', () => log.warn('hung'));
}

ipcMain.on('trtc-error', async (event, { code, extraCode, userId }) => {
  log.error('trtc', code, extraCode, userId);
  if (code === 16451) {
    event.sender.setAudioMuted(false);
    return;
  }
  const panel = SETTINGS_CODES[code];
  if (panel) {
    await dialog.showMessageBox(win, { type: 'error', message: `Please check the ${panel}` });
  } else if (code == 16391 || code == 16392) {
    win.webContents.reload();
  }
});

app.on('child-process-gone', (e, details) => {
  if (details.exitCode === 65535 || details.exitCode === 4099) {
    log.error('renderer killed by the antivirus', details);
  }
});

app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.commandLine.appendSwitch('disk-cache-size', String(CACHE));

app.whenReady().then(async () => {
  await session.defaultSession.clearCache();
  create();
});

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
