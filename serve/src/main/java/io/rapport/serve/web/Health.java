package io.rapport.serve.web;

import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For those who watch the process: whether it lives, and whether it can do its work. */
@RestController
public class Health {

    private final ServeState state;

    public Health(ServeState state) {
        this.state = state;
    }

    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(200, "{\"status\":\"up\"}");
    }

    /** Whether the state database answers. */
    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        try {
            // A table of ours: an empty file in the database's place would answer anything else.
            state.run(db -> db.sql("select count(*) from sign_in_provider")
                    .query(Long.class)
                    .single());
            return answer(200, "{\"status\":\"ready\"}");
        } catch (RapportException down) {
            return answer(
                    503, "{\"status\":\"not ready\",\"code\":\"" + down.code().name() + "\"}");
        }
    }

    private static ResponseEntity<String> answer(int status, String json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }
}
