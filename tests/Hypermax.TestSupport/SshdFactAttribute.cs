namespace Hypermax.TestSupport;

/// <summary>A test that needs a real ssh server, which is started on the loopback interface for it alone.</summary>
public sealed class SshdFactAttribute : FactAttribute
{
    public SshdFactAttribute() => Skip = Programs.SkipReason(
        File.Exists(SshServer.Program)
            ? null
            : $"'{SshServer.Program}' is not installed on this machine; the other tests of remote trials use a stand-in for ssh.");
}
