package io.rapport.serve.web.signin;

import io.rapport.serve.security.LinkSignIn;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coming in: at the provider, or by the link that is printed at the start. */
@RestController
public class SignInPages {

    private final Pages pages;
    private final SignInProviders providers;
    private final LinkSignIn links;

    public SignInPages(Pages pages, SignInProviders providers, LinkSignIn links) {
        this.pages = pages;
        this.providers = providers;
        this.links = links;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request, @RequestParam(name = "problem", defaultValue = "") String problem) {
        Optional<SignInProvider> provider = providers.find();
        boolean isSignedOut = request.getParameter("signed-out") != null;
        String message = isSignedOut ? "You are signed out of Rapport." : explain(problem);
        return pages.page(
                request,
                "Sign in",
                "",
                "signin/page.jte",
                new SignInView(
                        provider.isPresent(),
                        provider.map(known -> host(known.issuer())).orElse(""),
                        message,
                        isSignedOut || message.isEmpty() ? "" : code(problem),
                        !isSignedOut && !message.isEmpty()));
    }

    /** Shows a button: what only looks at links must not use this one up. */
    @GetMapping("/sign-in/link")
    ResponseEntity<String> link(
            HttpServletRequest request, @RequestParam(name = "token", defaultValue = "") String token) {
        return pages.page(request, "Sign in", "", "signin/link.jte", new LinkView(token));
    }

    @PostMapping("/sign-in/link")
    ResponseEntity<String> redeem(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "token", defaultValue = "") String token) {
        String target = links.redeem(request, response, token) ? "/" : "/sign-in?problem=link";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(target))
                .build();
    }

    private static String host(String issuer) {
        String host = URI.create(issuer).getHost();
        return host.startsWith("login.microsoftonline") ? "Microsoft Entra" : host.equals("127.0.0.1") ? "Entra" : host;
    }

    /** As the server's log has it; nothing that was typed. */
    private static String code(String problem) {
        return problem.matches("[a-z-]{1,20}") ? problem : "refused";
    }

    private static String explain(String problem) {
        return switch (problem) {
            case "" -> "";
            case "no-role" ->
                "You are known, and nobody has given you a role in Rapport yet. Ask an administrator to give you the"
                        + " app role Administrator, Contributor or Viewer; then sign in again.";
            case "other-tenant" ->
                "You signed in with an account of another organisation. Sign in with one of this organisation.";
            case "stale" ->
                "The sign-in took too long, was used before, or was begun in another browser. Begin again from here.";
            case "declined" -> "The sign-in was cancelled.";
            case "token" ->
                "The provider's answer can't be trusted. Most often the clocks of this server and of the provider"
                        + " differ by more than a minute: set the server's clock. Else the issuer or the client id in the"
                        + " settings is another one.";
            case "exchange" ->
                "The provider did not accept this app. Its client secret is wrong or has expired: an administrator who"
                        + " is signed in still enters a new one under System > Settings.";
            case "provider" ->
                "The sign-in provider does not answer. Try again later; if it stays, an administrator checks the issuer"
                        + " in the settings, the network and the proxy.";
            case "link" ->
                "The link was used already, is older than an hour, or a newer one was printed. Restart the server to"
                        + " get a new one.";
            default -> "The sign-in did not succeed. Begin again.";
        };
    }
}
