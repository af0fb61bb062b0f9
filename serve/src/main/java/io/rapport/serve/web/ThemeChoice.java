package io.rapport.serve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Light, dark, or as the system has it: each browser for itself. */
@RestController
public class ThemeChoice {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam("theme") String theme, @RequestParam("back") String back, HttpServletRequest request) {
        String word = theme.equals("light") || theme.equals("dark") ? theme : "system";
        // A path of this server, and nothing else.
        String target = back.matches("/[A-Za-z0-9][A-Za-z0-9/._-]*") ? back : "/";
        ResponseCookie cookie = ResponseCookie.from(Pages.THEME_COOKIE, word)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(target))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
