using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.Remote;

/// <summary>Brings a folder to a host, once for each content.</summary>
internal static class RemoteFolder
{
    /// <summary>Copies the folder unless the host has its content already.</summary>
    /// <exception cref="ExecutorException">The folder does not exist here, or the copy failed; the message carries that of the tool.</exception>
    public static async Task CopyAsync(SshClient ssh, RemoteSpec spec, string host, string hash, CancellationToken cancellation)
    {
        RemoteCopy copy = spec.Copy!;
        (int code, string there, string error) = await ssh.RunAsync(host, RemoteScripts.ReadContent(copy.To), null, cancellation).ConfigureAwait(false);
        if (code == 0 && there.Trim() == hash)
        {
            return;
        }

        (code, error) = ExecutableFinder.TryFindOnPath("rsync") is { } rsync
            ? await RsyncAsync(spec, rsync, host, cancellation).ConfigureAwait(false)
            : await UnpackAsync(ssh, copy, host, cancellation).ConfigureAwait(false);
        if (code == 0)
        {
            (code, _, error) = await ssh.RunAsync(host, RemoteScripts.WriteContent(copy.To, hash), null, cancellation).ConfigureAwait(false);
        }

        if (code != 0)
        {
            throw new ExecutorException($"The folder '{copy.From}' cannot be copied to '{host}:{copy.To}': {ExitText.Describe(code)}. {error.Trim()}");
        }
    }

    /// <summary>Gets a hash over the names and contents of all files of a folder.</summary>
    /// <exception cref="ExecutorException">The folder does not exist.</exception>
    public static async Task<string> HashAsync(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new ExecutorException($"The folder '{folder}' that should be copied to the hosts does not exist. Correct the path.");
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/') + "\n"));
            FileStream stream = File.OpenRead(file);
            await using (stream.ConfigureAwait(false))
            {
                hash.AppendData(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    private static async Task<(int Code, string Error)> RsyncAsync(RemoteSpec spec, string rsync, string host, CancellationToken cancellation)
    {
        string shell = string.Join(' ', spec.SshOptions.Prepend(spec.Ssh).Select(CommandLine.Quote));
        System.Diagnostics.ProcessStartInfo start = ChildProcess.InSession(
            rsync,
            [
                "-ac", "-e", shell, "--exclude", RemoteScripts.ContentFile, "--", Path.GetFullPath(spec.Copy!.From).TrimEnd('/') + "/",
                $"{host}:{spec.Copy.To.TrimEnd('/')}/",
            ]);
        using ChildProcess child = ChildProcess.Start(start, 0);
        try
        {
            child.Process.StandardInput.Close();
            Task<string> output = child.Process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = child.Process.StandardError.ReadToEndAsync(cancellation);
            await child.Process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            return (child.Process.ExitCode, await error.ConfigureAwait(false));
        }
        finally
        {
            child.Tree.Kill();
        }
    }

    // Without rsync the whole folder goes through the connection as one archive, which every host can unpack.
    private static async Task<(int Code, string Error)> UnpackAsync(SshClient ssh, RemoteCopy copy, string host, CancellationToken cancellation)
    {
        (int code, _, string error) = await ssh.RunAsync(
            host,
            RemoteScripts.Unpack(copy.To),
            stream => TarFile.CreateFromDirectoryAsync(copy.From, stream, includeBaseDirectory: false, cancellation),
            cancellation).ConfigureAwait(false);
        return (code, error);
    }
}
