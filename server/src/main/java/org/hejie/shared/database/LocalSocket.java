package org.hejie.shared.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the JDBC driver needs of a {@link Socket}, over a socket in a folder. A thread that waits for an answer gives way as one
 * does on a network socket, a virtual one too.
 */
final class LocalSocket extends Socket {

    private final Path file;
    private @Nullable SocketChannel channel;
    private int timeout;

    LocalSocket(Path file) throws SocketException {
        super((SocketImpl) null);
        this.file = file;
    }

    /** Connects to the file, whatever address is given. */
    @Override
    public void connect(@Nullable SocketAddress endpoint, int within) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
    }

    @Override
    public void connect(@Nullable SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public boolean isConnected() {
        return channel != null;
    }

    @Override
    public boolean isBound() {
        return channel != null;
    }

    @Override
    public boolean isClosed() {
        return channel != null && !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /** Nothing is held back on the way. */
    @Override
    public void setTcpNoDelay(boolean on) {
    }

    /** The end of the other process is seen at once. */
    @Override
    public void setKeepAlive(boolean on) {
    }

    @Override
    public void setSoTimeout(int milliseconds) {
        timeout = milliseconds;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        try {
            return connected().getOption(StandardSocketOptions.SO_SNDBUF);
        } catch (IOException e) {
            throw new SocketException(e);
        }
    }

    @Override
    public String toString() {
        return "LocalSocket[" + file + "]";
    }

    private SocketChannel connected() throws SocketException {
        if (channel == null) {
            throw new SocketException("not connected");
        }
        return channel;
    }

    @Override
    public InputStream getInputStream() throws SocketException {
        return new Incoming(connected());
    }

    @Override
    public OutputStream getOutputStream() throws SocketException {
        return new Outgoing(connected());
    }

    /** What the other side says; waits no longer than the time-out set. */
    private final class Incoming extends InputStream {

        private final SocketChannel from;

        Incoming(SocketChannel from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            ByteBuffer room = ByteBuffer.wrap(bytes, offset, length);
            return timeout == 0 ? from.read(room) : within(timeout, room);
        }

        private int within(int milliseconds, ByteBuffer room) throws IOException {
            from.configureBlocking(false);
            try (Selector selector = from.provider().openSelector()) {
                from.register(selector, SelectionKey.OP_READ);
                if (selector.select(milliseconds) == 0) {
                    throw new SocketTimeoutException("no answer within " + milliseconds + " ms");
                }
                return from.read(room);
            } finally {
                from.configureBlocking(true);
            }
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }

    /** What is said to the other side. */
    private static final class Outgoing extends OutputStream {

        private final SocketChannel to;

        Outgoing(SocketChannel to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                to.write(rest);
            }
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
