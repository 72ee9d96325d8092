import Diagnostics

extension Explanation {
    /// Of what can go wrong while the site is made.
    package static let site = [
        Explanation(
            "E501", "A template or static file cannot be read",
            "The computer refuses to hand the file out, or it vanished while Moot was looking.",
            "Check that the file is there and that you may read it.",
            in: .command,
            wrong: "chmod 000 Public/site.css",
            right: "chmod 644 Public/site.css"),
        Explanation(
            "E502", "The site cannot be written",
            "The disk is full, or you may not write there. The site that was there is as it was.",
            "Mend the disk or choose another folder with --output, and build again.",
            in: .command,
            wrong: "moot build --output /",
            right: "moot build --output _site"),
        Explanation(
            "E503", "The output folder holds something that Moot did not make",
            "Moot replaces the whole folder, and would delete what is in it.",
            "Choose another folder with --output, or empty this one yourself.",
            in: .command,
            wrong: "moot build --output Documents",
            right: "moot build --output _site"),
        Explanation(
            "E504", "Another build of this site is running",
            "Two builds at once would write over each other.",
            "Wait until it has ended, and build again if you changed anything since.",
            in: .command,
            wrong: "moot build & moot build",
            right: "moot build"),
        Explanation(
            "E505", "The output folder holds the sources, or lies within them",
            "The site would replace its own sources.",
            "Choose a folder of its own with --output.",
            in: .command,
            wrong: "moot build --output Content",
            right: "moot build --output _site"),
        Explanation(
            "E506", "Two files want one address",
            "A page that Moot makes, a static file of Public/ and an attachment cannot share an address: readers would get one or the other.",
            "Rename one of them.",
            in: .command,
            wrong: "cp home.html Public/index.html",
            right: "cp home.html Public/old-home.html"),
        Explanation(
            "E510", "The crest is not there",
            "“crest” under “theme” in site.yml names a picture of the folder Public, and there is none of that name.",
            "Put the picture there, or mend the name.",
            in: .siteFile,
            wrong: "theme: {crest: icon.png}",
            right: "theme: {crest: icon.svg}"),
        Explanation(
            "E507", "A page cannot be made",
            "Its templates include each other without end.",
            "Look for a part that includes itself, or for two that include each other.",
            in: .command,
            wrong: "echo '{{>parts/history}}' >> Templates/parts/history.mustache",
            right: "git checkout Templates/parts/history.mustache"),
        Explanation(
            "E508", "There are no templates",
            "Templates say what pages look like. Moot is probably run in the wrong folder.",
            "Run moot in the folder that holds Content, Templates and Public, or name the folder with --templates.",
            in: .command,
            wrong: "moot build --templates Nowhere",
            right: "moot build --templates Templates"),
        Explanation(
            "E509", "A link leads out of the folder of static files",
            "Everything in this folder is published as it is. What a link leads to lies elsewhere, and might be exempt.",
            "Put a copy of the file in the folder.",
            in: .command,
            wrong: "ln -s /home/clerk/exempt.pdf Public/plan.pdf",
            right: "cp plan.pdf Public/plan.pdf"),
    ]
}
