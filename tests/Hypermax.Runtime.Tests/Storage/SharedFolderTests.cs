using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Storage;

/// <summary>What is found out about a folder before processes share it.</summary>
public sealed class SharedFolderTests
{
    [Theory]
    [InlineData("nfs4", "rw,vers=4.2,local_lock=none", null)]
    [InlineData("nfs", "rw,vers=3,local_lock=none", null)]
    [InlineData("nfs", "rw,vers=3,nolock,local_lock=all", "nolock")]
    [InlineData("nfs4", "rw,local_lock=flock", "local_lock=flock")]
    [InlineData("lustre", "rw,flock", null)]
    [InlineData("lustre", "rw,localflock", "localflock")]
    [InlineData("fuse.sshfs", "rw", "fuse.sshfs")]
    [InlineData("ext4", "rw,relatime", null)]
    public void Problem_KindAndOptions_LocksOfTheOneMachineAreRefused(string kind, string options, string? named)
    {
        Mount? mount = Mount.Of("/home/me/study", [$"36 35 0:33 / /home rw,noatime shared:1 - {kind} server:/home {options}"]);

        string? problem = MountRules.Problem(mount);

        Assert.Equal(named is null, problem is null);
        Assert.Contains(named ?? string.Empty, problem ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NestedMounts_TheDeepestAndOfThoseTheLatest()
    {
        string[] lines =
        [
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw",
            @"2 1 0:1 / /scratch\040space rw - lustre mgs:/scratch rw,flock",
            "3 1 0:2 / /home rw - ext4 /dev/sdb1 rw",
            "4 3 0:3 / /home rw - nfs4 server:/home rw",
            "torn",
        ];

        Assert.Equal("nfs4", Mount.Of("/home/me", lines)!.Kind);
        Assert.Equal("ext4", Mount.Of("/homes/me", lines)!.Kind);
        Assert.Equal("lustre", Mount.Of("/scratch space/a", lines)!.Kind);
        Assert.Null(Mount.Of("/home", []));
    }

    [Fact]
    public void Require_FolderOfThisMachine_IsFitAndLeftEmpty()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-fit-").FullName;

        SharedFolder.Require(folder);

        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }
}
