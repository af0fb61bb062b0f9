package io.rapport.serve.web.help;

import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The definitions, for everybody who is signed in; shows no data. */
@RestController
public class HelpPage {

    private final Pages pages;

    public HelpPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/help")
    ResponseEntity<String> show(HttpServletRequest request) {
        return pages.page(request, "Help", "help", "help/page.jte", HelpView.shown());
    }
}
