using Hypermax.RabbitMq.Connecting;

namespace Hypermax.RabbitMq.Tests.Connecting;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("amqp://me:word@host", "amqp://me@host:5672/")]
    [InlineData("amqp://me:word@host/", "amqp://me@host:5672/")]
    [InlineData("amqp://host:99/%2Fdeep", "amqp://guest@host:99/%2Fdeep")]
    [InlineData("amqps://me:a%40b%3Ac@host/vhost", "amqps://me@host:5671/vhost")]
    [InlineData("amqp://[::1]:5673", "amqp://guest@[::1]:5673/")]
    public void Parse_Address_IsShownWithoutThePassword(string text, string shown)
    {
        BrokerAddress address = BrokerAddress.Parse(text, _ => null);

        Assert.Equal(shown, address.ToString());
    }

    [Fact]
    public void Parse_Password_IsDecodedForTheBroker() =>
        Assert.Equal("a@b:c", BrokerAddress.Parse("amqps://me:a%40b%3Ac@host/vhost", _ => null).Factory().Password);

    [Theory]
    [InlineData("host")]
    [InlineData("postgres://me:word@host/x")]
    [InlineData("amqp://")]
    [InlineData("amqp://me:word@host/a/b")]
    [InlineData("amqp://me:word@host?x=word")]
    [InlineData("amqp://me:wo/rd@host")]
    public void Parse_NoAddress_SaysWhatToWriteAndShowsNothingOfIt(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => BrokerAddress.Parse(text, _ => null));

        Assert.Contains("amqp://user@host:port/vhost", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wo", error.Message.Replace("password", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "amqp://me:word@host/v", null, "me", "word")]
    [InlineData("amqp://me@host", "amqp://me:word@host/v", null, "me", "word")]
    [InlineData("amqp://other@host", "amqp://me:word@host/v", null, "other", "")]
    [InlineData("amqp://me@elsewhere", "amqp://me:word@host/v", null, "me", "")]
    [InlineData("amqp://me@host", null, "alone", "me", "alone")]
    [InlineData(null, null, null, "guest", "guest")]
    public void Parse_Environment_CompletesWhatIsMissingForTheSameServerAndUser(
        string? text, string? url, string? password, string user, string expected)
    {
        BrokerAddress address = BrokerAddress.Parse(text, name => name == BrokerAddress.Variable ? url : password);

        Assert.Equal(user, address.User);
        Assert.Equal(expected, address.Factory().Password);
    }
}
