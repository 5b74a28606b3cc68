package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalSocketTest {

    @TempDir Path folder;
    ServerSocketChannel server;
    Socket socket;
    SocketChannel other;

    @BeforeEach
    void connected() throws IOException {
        Path file = folder.resolve("s");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file));
        socket = new LocalSocketFactory(file.toString()).createSocket();
        assertThat(socket.isConnected()).isFalse();
        socket.connect(InetSocketAddress.createUnresolved("127.0.0.1", 1), 1000);
        other = server.accept();
    }

    @AfterEach
    void closed() throws IOException {
        socket.close();
        other.close();
        server.close();
    }

    @Test
    void whatOneSideSaysTheOtherHears() throws IOException {
        socket.getOutputStream().write("多少？".getBytes(StandardCharsets.UTF_8));
        ByteBuffer heard = ByteBuffer.allocate(100);
        other.read(heard);
        say("八万元");

        assertThat(new String(heard.array(), 0, heard.position(), StandardCharsets.UTF_8)).isEqualTo("多少？");
        assertThat(socket.getInputStream().readNBytes(9)).isEqualTo("八万元".getBytes(StandardCharsets.UTF_8));
        assertThat(socket.isConnected() && !socket.isClosed()).isTrue();
    }

    @Test
    void whateverAddressIsAskedForLeadsToTheFile() throws IOException {
        var factory = new LocalSocketFactory(folder.resolve("s").toString());
        try (Socket named = factory.createSocket("db.example", 5432); SocketChannel accepted = server.accept()) {
            named.getOutputStream().write('x');
            assertThat(accepted.read(ByteBuffer.allocate(1))).isEqualTo(1);
            assertThat(named).hasToString("LocalSocket[" + folder.resolve("s") + "]");
        }
    }

    @Test
    void nobodyWaitsLongerThanTheTimeOutAndTheConnectionStays() throws IOException {
        socket.setSoTimeout(30);
        InputStream in = socket.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);

        say("ab");
        assertThat(in.read()).isEqualTo('a');
        socket.setSoTimeout(0);
        assertThat(in.read()).isEqualTo('b');
    }

    @Test
    void theEndOfTheOtherSideIsTheEnd() throws IOException {
        other.close();

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void whoWaitsIsWokenByTheClosing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reading = threads.submit(() -> socket.getInputStream().read());
            assertThatThrownBy(() -> reading.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            socket.close();

            assertThatThrownBy(() -> reading.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ClosedChannelException.class);
        }
        assertThat(socket.isClosed()).isTrue();
    }

    private void say(String text) throws IOException {
        other.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
