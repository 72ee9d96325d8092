/// The templates that both engines render.
enum SampleTemplates {
    static let page = "calendar"

    static let all = ["calendar": calendar, "layout": layout, "parts/row": row]

    private static let layout = """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} – {{authority}}</title>
        <link rel="stylesheet" href="/moot.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><a href="/">{{authority}}</a>
        <nav aria-label="Site"><ul>
        <li><a href="/committees/">Committees</a></li>
        <li><a href="/meetings/">Meetings</a></li>
        <li><a href="/strategies/">Strategies</a></li>
        </ul></nav>
        </header>
        <main id="main">
        {{$main}}{{/main}}
        </main>
        <footer><p>Published by {{authority}}.</p></footer>
        </body>
        </html>

        """

    private static let calendar = """
        {{<layout}}
        {{$main}}
        <h1>{{title}}</h1>
        <p>{{introduction}}</p>
        {{#notice}}
        <p class="notice">{{words}}</p>
        {{/notice}}
        <ol class="meetings">
        {{#meetings}}
        {{>parts/row}}
        {{/meetings}}
        </ol>
        {{^meetings}}
        <p>The {{committee}} has not met yet.</p>
        {{/meetings}}
        {{/main}}
        {{/layout}}

        """

    private static let row = """
        <li>
        <h2><a href="{{address}}">{{name}}</a></h2>
        <p class="when"><time>{{date}}</time>, {{time}}</p>
        <p class="where">{{place}}</p>
        {{^isCancelled}}
        <p class="status">{{status}}</p>
        {{/isCancelled}}
        {{#isCancelled}}
        <p class="status cancelled">Cancelled</p>
        {{/isCancelled}}
        {{#chair}}
        <p class="chair">Chaired by {{fullName}} ({{ward}})</p>
        {{/chair}}
        </li>

        """
}
