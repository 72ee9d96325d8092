import FlyingFox
import Foundation
import Preview
import Synchronization

/// Answers requests.
final class Answers: HTTPHandler {
    let site: PreviewSite
    let gatekeeper: Gatekeeper
    let facts: PreviewFacts
    let hub: EventHub
    /// Known once the server listens.
    let port = Mutex(0)

    init(site: PreviewSite, gatekeeper: Gatekeeper, facts: PreviewFacts, hub: EventHub) {
        self.site = site
        self.gatekeeper = gatekeeper
        self.facts = facts
        self.hub = hub
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        do throws(Gatekeeper.Refusal) {
            let path = try gatekeeper.admit(Gatekeeper.Request(request), port: port.withLock(\.self))
            return path.hasPrefix(SitePath.own) ? own(String(path.dropFirst(SitePath.own.count)), request) : page(path, request)
        } catch {
            let refusal = error
            var answer = Answer(status: refusal.status, type: "text/plain; charset=utf-8", bytes: Array((refusal.message + "\n").utf8))
            if refusal.status == 405 { answer.headers[HTTPHeader("Allow")] = "GET, HEAD" }
            return answer.response(to: request)
        }
    }

    // MARK: The site

    private func page(_ path: String, _ request: HTTPRequest) -> HTTPResponse {
        do {
            return try found(path, request)
        } catch {
            // A picture, say, that was removed a moment ago.
            return Answer(status: 503, type: "text/plain; charset=utf-8", bytes: Array("This file cannot be read just now.\n".utf8)).response(to: request)
        }
    }

    private func found(_ path: String, _ request: HTTPRequest) throws -> HTTPResponse {
        guard let file = try site.file(path) else { return Answer(status: 503, type: ContentTypes.html, bytes: WaitingPage.bytes).response(to: request) }
        if file.isFound {
            return answer(200, path, file.bytes).response(to: request)
        }
        if !path.isEmpty, !path.hasSuffix("/"), let folder = try site.file(path + "/"), folder.isFound {
            var answer = Answer(status: 302, type: "text/plain; charset=utf-8", bytes: [])
            let query = request.target.query()
            answer.headers[.location] = request.target.path() + "/" + (query.isEmpty ? "" : "?" + query)
            return answer.response(to: request)
        }
        return answer(404, "", file.bytes).response(to: request)
    }

    private func answer(_ status: Int, _ path: String, _ bytes: [UInt8]) -> Answer {
        let type = ContentTypes.type(of: path)
        let mark = PageAdditions.mark(of: bytes)
        var answer = Answer(status: status, type: type, bytes: type == ContentTypes.html ? PageAdditions.add(to: bytes, mark: mark) : bytes, mark: mark)
        if ContentTypes.isDownload(path) { answer.headers[HTTPHeader("Content-Disposition")] = "attachment" }
        return answer
    }

    // MARK: The preview's own files

    private func own(_ name: String, _ request: HTTPRequest) -> HTTPResponse {
        switch name {
        case "events": return events(request)
        case _ where name.hasPrefix("page/"):
            let bytes = facts.page(String(name.dropFirst("page/".count)), of: site, isNear: request.isNear)
            return Answer(status: 200, type: "application/json; charset=utf-8", bytes: bytes).response(to: request)
        default:
            if let bytes = BrowserFiles.bytes(of: name) { return answer(200, name, bytes).response(to: request) }
            return Answer(status: 404, type: "text/plain; charset=utf-8", bytes: Array("There is nothing at this address.\n".utf8)).response(to: request)
        }
    }

    private func events(_ request: HTTPRequest) -> HTTPResponse {
        let answer = Answer(status: 200, type: "text/event-stream; charset=utf-8", bytes: [])
        guard request.method != .HEAD else { return answer.response(to: request) }
        return HTTPResponse(statusCode: .ok, headers: answer.allHeaders, body: HTTPBodySequence(from: EventBody(events: hub.listen())))
    }
}

/// What is sent back.
struct Answer {
    let status: Int
    let type: String
    let bytes: [UInt8]
    /// Tells these bytes from others at the same address.
    var mark: String?
    var headers = HTTPHeaders()

    init(status: Int, type: String, bytes: [UInt8], mark: String? = nil) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.mark = mark
    }

    /// No other site may read what is not published. It may stand in a frame, since editors show pages in frames.
    var allHeaders: HTTPHeaders {
        var headers = headers
        headers[.contentType] = type
        headers[.cacheControl] = mark == nil ? "no-store" : "no-cache"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[HTTPHeader("Referrer-Policy")] = "same-origin"
        if let mark { headers[.eTag] = "\"\(mark)\"" }
        return headers
    }

    func response(to request: HTTPRequest) -> HTTPResponse {
        var headers = allHeaders
        if status == 200, let mark, request.headers[.ifNoneMatch]?.contains("\"\(mark)\"") == true {
            headers[.contentLength] = String(bytes.count)
            return HTTPResponse(statusCode: .notModified, headers: headers)
        }
        guard request.method != .HEAD else {
            headers[.contentLength] = String(bytes.count)
            return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: phrase), headers: headers)
        }
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: phrase), headers: headers, body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: max(1, bytes.count)))
    }

    private var phrase: String {
        switch status {
        case 200: "OK"
        case 302: "Found"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 414: "URI Too Long"
        case 431: "Request Header Fields Too Large"
        default: "Service Unavailable"
        }
    }
}

extension Gatekeeper.Request {
    init(_ request: HTTPRequest) {
        self.init(
            method: request.method.rawValue, path: request.target.path(), query: request.target.query(), host: request.headers[.host],
            origin: request.headers[HTTPHeader("Origin")], fetchSite: request.headers[HTTPHeader("Sec-Fetch-Site")],
            fetchMode: request.headers[HTTPHeader("Sec-Fetch-Mode")],
            headerSize: request.headers.reduce(0) { $0 + $1.key.rawValue.utf8.count + $1.value.utf8.count })
    }
}

extension HTTPRequest {
    /// Whether it comes from this machine.
    fileprivate var isNear: Bool {
        switch remoteAddress {
        case .ip4(let number, port: _): number.hasPrefix("127.")
        case .ip6(let number, port: _): number == "::1" || number.hasPrefix("::ffff:127.")
        case .unix, nil: false
        }
    }
}
