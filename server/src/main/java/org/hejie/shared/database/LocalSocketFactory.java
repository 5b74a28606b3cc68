package org.hejie.shared.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Connects the JDBC driver with the embedded PostgreSQL by its socket in a folder instead of the loopback address: the same
 * words between the two, without the network's way through the kernel (ADR 97). Named in the driver's address as
 * {@code socketFactory}. Whatever address is asked for, the socket leads to the file.
 */
public final class LocalSocketFactory extends SocketFactory {

    private final Path file;

    /** @param file path of the socket, as the driver hands over {@code socketFactoryArg} */
    public LocalSocketFactory(String file) {
        this.file = Path.of(file);
    }

    /** Not connected yet. */
    @Override
    public Socket createSocket() throws IOException {
        return new LocalSocket(file);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
        return connected();
    }

    private Socket connected() throws IOException {
        Socket socket = createSocket();
        socket.connect(null, 0);
        return socket;
    }
}
