using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;
using Hypermax.Execution;
using RabbitMQ.Client.Exceptions;

namespace Hypermax.RabbitMq.Connecting;

/// <summary>Says in words, with the remedy, what is wrong with a broker.</summary>
internal static class BrokerTrouble
{
    private const ushort AccessRefused = 403;
    private const ushort NotFound = 404;
    private const ushort Locked = 405;
    private const ushort Different = 406;
    private const ushort NotAllowed = 530;

    /// <summary>Tells whether an exception is the broker's or its network's, and no error of ours.</summary>
    public static bool IsOfBroker(Exception error) => error is RabbitMQClientException or SocketException or IOException or TimeoutException
        or ObjectDisposedException or ChannelClosedException or AuthenticationException or OperationCanceledException;

    /// <summary>Tells whether a queue or an exchange does not exist.</summary>
    public static bool IsMissing(Exception error) => CodeOf(error) == NotFound;

    /// <summary>Makes the exception that says what is wrong and what to do.</summary>
    public static ExecutorException Explain(Exception error, BrokerAddress address, string queue)
    {
        Exception cause = Innermost(error);
        string text = cause switch
        {
            AuthenticationFailureException or PossibleAuthenticationFailureException =>
                $"The broker {address} does not let user '{address.User}' in. {PasswordRemedy(address)}",
            OperationInterruptedException or ProtocolException => OfAnswer(cause, address, queue),
            AuthenticationException =>
                $"The broker {address} cannot be trusted: {Sentence(cause.Message)} Install the certificate of its authority on this machine, or correct "
                + "the host, whose name has to stand in the certificate.",
            _ => $"The broker {address} cannot be reached: {Sentence(cause.Message)} "
                + $"Start it, or correct the host and the port in {BrokerAddress.Variable} or in the address.",
        };
        return new ExecutorException(text, error);
    }

    /// <summary>Gets what was the matter, of an exception that wraps it.</summary>
    public static Exception Innermost(Exception error) => error is OperationInterruptedException or AuthenticationFailureException ? error
        : error is AggregateException { InnerExceptions: [var only] } ? Innermost(only)
        : error.InnerException is { } inner ? Innermost(inner)
        : error;

    /// <summary>Gets the code of an answer by which the broker refuses something; 0 where it did not answer.</summary>
    public static ushort CodeOf(Exception error) =>
        Innermost(error) is OperationInterruptedException { ShutdownReason: { } reason } ? reason.ReplyCode : (ushort)0;

    private static string OfAnswer(Exception error, BrokerAddress address, string queue) => CodeOf(error) switch
    {
        Locked => $"Another search hands out trials through queue '{queue}' of {address}. Wait for its end, end it, or name another queue.",
        Different => $"Queue '{queue}' of {address} was made with other settings ({Sentence(TextOf(error)).TrimEnd('.')}). "
            + "Name another queue, or delete it and those whose names begin with it.",
        NotAllowed => $"The broker {address} has no virtual host '{address.VirtualHost}', or user '{address.User}' may not use it. "
            + $"Create it with 'rabbitmqctl add_vhost {address.VirtualHost}', give rights with 'rabbitmqctl set_permissions', or name another one.",
        AccessRefused => $"User '{address.User}' may not use queue '{queue}' of {address}: {Sentence(TextOf(error))} "
            + "Give rights to configure, write and read it with 'rabbitmqctl set_permissions', or ask as another user.",
        _ => $"The broker {address} says: {Sentence(TextOf(error))}",
    };

    private static string PasswordRemedy(BrokerAddress address) => address.HasPassword
        ? $"Correct the password in {BrokerAddress.Variable} or {BrokerAddress.PasswordVariable}; user 'guest' may come from the broker's own machine only."
        : $"Nobody gave a password: put it into {BrokerAddress.Variable} (amqp://user:password@host) or {BrokerAddress.PasswordVariable}.";

    private static string TextOf(Exception error) =>
        Innermost(error) is OperationInterruptedException { ShutdownReason: { } reason } ? reason.ReplyText : error.Message;

    private static string Sentence(string text) => text.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
}
