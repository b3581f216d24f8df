from selenium import webdriver

CHECK_UPLOAD = """
const done = arguments[0];
fetch('/upload', { method: 'POST', body: new Uint8Array(16388) })
  .then(r => r.json())
  .then(body => {
    if (body.size === 16388) { done('complete'); }
    else if (body.status === 4096) { done('partial'); }
    else { done('failed'); }
  })
  .catch(err => done(err.message));
"""


def main():
    driver = webdriver.Firefox()
    driver.get("http://localhost:5000/upload")
    result = driver.execute_async_script(CHECK_UPLOAD)
    print(result)
    driver.quit()


main()
