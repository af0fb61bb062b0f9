package io.rapport.serve.web.system;

import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.DataErasure;
import io.rapport.serve.erasure.DataErasures;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.web.NotThere;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasures of connections and of everything: the certificates, and how one that was broken off goes on. */
@RestController
public class DataErasurePages {

    private final DataErasures erasures;
    private final Certificates certificates;
    private final Workshop workshop;

    public DataErasurePages(DataErasures erasures, Certificates certificates, Workshop workshop) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.workshop = workshop;
    }

    @GetMapping("/system/erasures/data/{number}/certificate.{format}")
    ResponseEntity<String> certificate(@PathVariable("number") String number, @PathVariable("format") String format)
            throws IOException {
        String name = require(number).certificate();
        return ErasurePages.file(format, certificates.text(name), certificates.json(name));
    }

    /** The same job as the one that was broken off; one that is under way goes on. */
    @PostMapping("/system/erasures/data/{number}/resume")
    ResponseEntity<Void> resume(@PathVariable("number") String number) {
        DataErasure erasure = require(number);
        if (erasure.isOfEverything() || erasure.finishedAt() != null) {
            throw new NotThere();
        }
        Job job = workshop.request(JobKind.ERASURE, erasure.connection(), ErasurePages.person());
        return ResponseEntity.status(303)
                .location(URI.create("/jobs/" + job.id()))
                .build();
    }

    private DataErasure require(String number) {
        return erasures.find(number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0)
                .orElseThrow(NotThere::new);
    }
}
