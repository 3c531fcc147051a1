namespace Hypermax.Storage.Journal;

/// <summary>Which file systems, mounted how, show the locks of one machine to the others.</summary>
internal static class MountRules
{
    private static readonly string[] Networks = ["nfs", "nfs4", "lustre", "cifs", "smb3", "ceph", "gpfs", "beegfs", "glusterfs", "afs", "9p", "ocfs2", "gfs2"];

    // What is no file system of files that grow, or keeps locks to itself.
    private static readonly string[] Unfit = ["fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.gcsfuse", "fuse.goofys", "afs"];

    // Each of these makes locks a matter of the one machine.
    private static readonly (string Kind, string Option)[] LocalLocks =
    [
        ("nfs", "nolock"), ("nfs", "local_lock=all"), ("nfs", "local_lock=flock"), ("nfs", "local_lock=posix"), ("nfs4", "nolock"),
        ("nfs4", "local_lock=all"), ("nfs4", "local_lock=flock"), ("nfs4", "local_lock=posix"), ("lustre", "localflock"), ("cifs", "nobrl"), ("smb3", "nobrl"),
    ];

    /// <summary>Tells whether a file system is on another machine.</summary>
    public static bool IsNetwork(Mount? mount) =>
        mount is not null && (Networks.Contains(mount.Kind, StringComparer.Ordinal) || mount.Kind.StartsWith("fuse.", StringComparison.Ordinal));

    /// <summary>Says why a file system is not fit to be shared, in a sentence; null where nothing speaks against it.</summary>
    public static string? Problem(Mount? mount)
    {
        if (mount is null)
        {
            return null;
        }

        if (Unfit.Contains(mount.Kind, StringComparer.Ordinal))
        {
            return $"it is on '{mount.Kind}' (mounted at {mount.Point}), which shows no locks to other machines.";
        }

        string? option = LocalLocks.Where(rule => rule.Kind == mount.Kind && mount.Options.Contains(rule.Option, StringComparer.Ordinal))
            .Select(rule => rule.Option)
            .FirstOrDefault();
        return option is null
            ? null
            : $"it is on {mount.Kind} mounted at {mount.Point} with the option '{option}', by which other machines do not see locks. "
                + "Have it mounted without.";
    }
}
