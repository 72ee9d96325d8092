/// What is shown while there never was a site without errors. The script adds what is wrong, and loads the site once it is mended.
enum WaitingPage {
    static let bytes = PageAdditions.add(to: Array(html.utf8), mark: "none")

    private static let html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>There is no site to show yet</title>
        </head>
        <body class="moot-waiting">
        <main>
        <h1>There is no site to show yet</h1>
        <p>Something is wrong with the sources. It is listed here, and this page turns into the site as soon as it is mended.</p>
        <noscript><p>Please look at what “moot preview” says where you started it: this browser runs no scripts.</p></noscript>
        </main>
        </body>
        </html>

        """
}
