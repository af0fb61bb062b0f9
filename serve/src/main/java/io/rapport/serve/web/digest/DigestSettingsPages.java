package io.rapport.serve.web.digest;

import io.rapport.core.error.RapportException;
import io.rapport.serve.digest.DigestSettings;
import io.rapport.serve.digest.Webhook;
import io.rapport.serve.digest.WebhookAttempt;
import io.rapport.serve.digest.WebhookPost;
import io.rapport.serve.digest.Webhooks;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator chooses for digests: what a big move is, and where they are posted to. */
@RestController
public class DigestSettingsPages {

    private static final String PATH = "/system/settings/digests";
    private static final int SHOWN = 50;

    private final Pages pages;
    private final DigestSettings settings;
    private final Webhooks webhooks;
    private final WebhookPost post;
    private final InstantSource instants;

    public DigestSettingsPages(
            Pages pages, DigestSettings settings, Webhooks webhooks, WebhookPost post, InstantSource instants) {
        this.pages = pages;
        this.settings = settings;
        this.webhooks = webhooks;
        this.post = post;
        this.instants = instants;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(request, 200, Integer.toString(settings.movePoints()), "", "", "");
    }

    @PostMapping(PATH)
    ResponseEntity<String> set(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        String points = sent.getOrDefault("points", "").strip();
        try {
            settings.setMovePoints(points);
        } catch (RapportException wrong) {
            return page(request, 400, points, "", "", wrong.text());
        }
        Pages.say(request, "The next digest counts big moves so.");
        return back();
    }

    /** The secret stands on this page alone: it is not shown again. */
    @PostMapping(PATH + "/webhook")
    ResponseEntity<String> webhook(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        String points = Integer.toString(settings.movePoints());
        String url = sent.getOrDefault("url", "").strip();
        try {
            return page(request, 200, points, webhooks.set(url).secret(), "", "");
        } catch (RapportException wrong) {
            return page(request, 400, points, "", url, wrong.text());
        }
    }

    @PostMapping(PATH + "/webhook/test")
    ResponseEntity<String> test(HttpServletRequest request) {
        WebhookAttempt attempt = post.test(webhooks.find().orElseThrow(NotThere::new));
        Pages.say(
                request,
                attempt.problemCode() == null
                        ? "The test arrived."
                        : "The test did not arrive: " + answer(attempt) + ".");
        return back();
    }

    @PostMapping(PATH + "/webhook/stop")
    ResponseEntity<String> stop(HttpServletRequest request) {
        webhooks.clear();
        Pages.say(request, "Digests are not posted any more, and the secret is gone.");
        return back();
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, String points, String made, String url, String problem) {
        return pages.page(
                request,
                status,
                "What changed",
                "settings",
                "digest/settings.jte",
                new DigestSettingsView(
                        points,
                        webhooks.find().map(Webhook::url).map(URI::getHost).orElse(""),
                        made,
                        url,
                        problem,
                        post.log(SHOWN).stream().map(this::line).toList()));
    }

    private DigestSettingsView.Call line(WebhookAttempt attempt) {
        return new DigestSettingsView.Call(
                Say.time(attempt.startedAt(), ZoneOffset.UTC) + " UTC, "
                        + Say.ago(attempt.startedAt(), instants.instant()),
                attempt.run() == null ? "Test" : "Digest of run " + attempt.run(),
                Integer.toString(attempt.number()),
                answer(attempt),
                attempt.problemCode() == null ? "ok" : "loss");
    }

    private static String answer(WebhookAttempt attempt) {
        Integer status = attempt.status();
        if (status == null) {
            return "no answer within 10 seconds";
        }
        return status / 100 == 3 ? status + ", a redirect, which is not followed" : Integer.toString(status);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }
}
