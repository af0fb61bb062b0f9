package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {

    @Test
    void what_cant_be_simulated_is_wrong_use() {
        assertThat(Typed.words("simulate", "--people", "1")).satisfies(typed -> {
            assertThat(typed.code()).isEqualTo(ExitCode.WRONG_USE.number());
            assertThat(typed.err()).contains("people is 1; it is 4 to 50000");
        });
        assertThat(Typed.words("simulate", "--time", "yesterday").err()).contains("--time is \"yesterday\"");
        assertThat(Typed.words("simulate", "--port", "70000").err()).contains("The port is 70000");
        assertThat(Typed.words("simulate", "--months", "-1").err()).contains("months are -1");
        assertThat(Typed.words("simulate", "--throttle", "0").err()).contains("more than 0");
    }

    @Test
    void a_port_that_is_taken_is_said_with_what_to_do() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Typed typed = Typed.words("simulate", "--people", "4", "--port", "" + other.getLocalPort());

            assertThat(typed.code()).isEqualTo(ExitCode.WRONG_USE.number());
            assertThat(typed.err()).contains("something else listens there").contains("--port");
        }
    }

    @Test
    void it_says_where_it_listens_and_serves_until_it_is_interrupted() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Math.min(free.getLocalPort(), 60_000);
        }
        AtomicReference<Typed> typed = new AtomicReference<>();
        Thread running = new Thread(() -> typed.set(Typed.words("simulate", "--people", "4", "--port", "" + port)));
        running.start();
        while (running.isAlive() && !isListening(port + 2)) {
            LockSupport.parkNanos(1_000_000);
        }
        running.interrupt();
        running.join();

        assertThat(Objects.requireNonNull(typed.get()).out())
                .contains("http://127.0.0.1:" + port)
                .contains("http://127.0.0.1:" + (port + 1))
                .contains("Rapport Outlook Mail Metadata Only")
                .contains("Administrator, Global Administrator");
        assertThat(isListening(port)).isFalse();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
