package io.chatkeeper.chat.records;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks names up, and knows no address that is not public. The address that was looked at is the
/// one that is connected to, so that a name can't answer twice in different ways.
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {
    /// No request goes there.
    static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        PrivateAddress(String host) {
            super(host + " has no public address");
        }
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new Names(executor)) {
            /// An address that is written as one is looked at, too.
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return false;
            }
        };
    }

    private static final class Names extends DefaultNameResolver {
        Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) throws Exception {
            promise.setSuccess(publicOnes(host).getFirst());
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise)
                throws Exception {
            promise.setSuccess(publicOnes(host));
        }
    }

    private static List<InetAddress> publicOnes(String host) throws UnknownHostException {
        List<InetAddress> found =
                List.of(InetAddress.getAllByName(host)).stream()
                        .filter(PublicAddresses::isPublic)
                        .toList();
        if (found.isEmpty()) {
            throw new PrivateAddress(host);
        }
        return found;
    }

    /// Whether the address is one of the open network.
    static boolean isPublic(InetAddress address) {
        boolean special =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        return !special
                && switch (address) {
                    case Inet4Address four -> isPublic(four.getAddress());
                    case Inet6Address six -> isPublicSix(six.getAddress());
                    default -> false;
                };
    }

    /// Neither "this network", nor shared by carriers, nor for tests, nor reserved.
    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean tests =
                first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                        || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !carrier && !assigned && !tests;
    }

    /// Only 2000::/3 is given out, and of that neither tunnels to version 4 nor documentation.
    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        boolean tunnel = first == 0x2002 || first == 0x2001 && second == 0;
        boolean documentation = first == 0x2001 && second == 0x0db8;
        return first >> 13 == 1 && !tunnel && !documentation;
    }
}
