package io.rapport.simulator.entra;

import io.rapport.simulator.http.Answer;

/** A page of Entra's: no script but one's own, no source but itself. */
final class Page {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:8vh auto;padding:0 1rem}
            h1{font-size:1.4rem}
            main{border:1px solid #8886;border-radius:.5rem;padding:1rem 1.5rem 1.5rem}
            ul{list-style:none;padding:0;margin:1rem 0}
            li{margin:.25rem 0}
            button{font:inherit;padding:.45rem .8rem;border:1px solid #8888;border-radius:.35rem;background:transparent;cursor:pointer;text-align:left}
            button:hover,button:focus-visible{background:#8882}
            button.person{width:100%}
            button.accept{background:#0b5cad;color:#fff;border-color:#0b5cad}
            small{opacity:.75;display:block}
            input{font:inherit;padding:.4rem .6rem;width:100%;box-sizing:border-box}
            label{display:block;margin:.75rem 0 .25rem}
            """;

    private Page() {}

    /**
     * @param status 200, or what the page complains about
     * @param goesTo where its forms may lead besides here; empty for nowhere
     * @param body HTML
     */
    static Answer of(int status, String title, String goesTo, String body) {
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title)
                + "</title><style nonce=\"page\">" + STYLE + "</style></head><body><main><h1>" + escaped(title)
                + "</h1>"
                + body + "</main></body></html>";
        return secured(Answer.text(status, "text/html; charset=utf-8", page), "'self' " + goesTo, "");
    }

    /** Sends itself on, as {@code response_mode=form_post} wants it. */
    static Answer posted(String goesTo, String hiddenFields) {
        String page =
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Working...</title></head><body>"
                        + "<form method=\"post\" action=\"" + escaped(goesTo) + "\">" + hiddenFields
                        + "<noscript><button>Go on</button></noscript></form>"
                        + "<script nonce=\"page\">document.forms[0].submit()</script></body></html>";
        return secured(Answer.text(200, "text/html; charset=utf-8", page), origin(goesTo), " script-src 'nonce-page';");
    }

    static Answer error(EntraRefusal refusal) {
        return of(
                refusal.error().status(),
                "Sign in",
                "",
                "<p>Sorry, but we’re having trouble signing you in.</p><p>" + escaped(refusal.description()) + "</p>");
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">";
    }

    /** Scheme, host and port of an address. */
    static String origin(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Answer secured(Answer answer, String formsGoTo, String more) {
        return answer.with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-page'; form-action " + formsGoTo
                                + "; frame-ancestors 'none'; base-uri 'none';" + more)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }
}
