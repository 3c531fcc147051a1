using System.Security.Claims;
using Hypermax.Dashboard.Access;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard;

/// <summary>What the pages show, and to whom.</summary>
/// <remarks>Read once, when the pages are mapped; changes after that have no effect.</remarks>
public sealed class DashboardOptions
{
    /// <summary>Gets the folders whose studies are shown: every folder with a journal in them or below.</summary>
    /// <value>A relative path counts from the content root of the application, as the folders of hosted searches do.</value>
    public IList<string> Folders { get; } = [];

    /// <summary>Gets further places whose studies are shown, such as <c>new PostgresStudies("postgres://…")</c> of Hypermax.PostgreSql.</summary>
    /// <value>They belong to the pages from then on, which dispose of them at the end.</value>
    public IList<StudySource> Sources { get; } = [];

    /// <summary>Gets or sets how many levels below <see cref="Folders"/> are looked at; 6 by default.</summary>
    public int Depth { get; set; } = 6;

    /// <summary>Gets or sets the file of accounts, written by <c>hypermax dashboard account</c>; null, the default, where nobody has to sign in.</summary>
    /// <value>Without one the pages answer requests from this machine alone, unless the application itself has authenticated who asks. A relative path
    /// counts from the content root.</value>
    public string? PasswordFile { get; set; }

    /// <summary>Gets or sets how long somebody stays signed in without doing anything; 8 hours by default.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Gets or sets how long somebody stays signed in whatever he does; 7 days by default.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets whether nobody may steer, whoever he is; false by default.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Gets or sets who may steer of those whom the application has let in by <c>RequireAuthorization()</c>; null, the default, for all.</summary>
    /// <value>The others may look. Asked as well of who comes from this machine, whom the application may not know. Not asked of accounts of
    /// <see cref="PasswordFile"/>, which have roles, nor where <see cref="IsReadOnly"/> is set.</value>
    public Func<ClaimsPrincipal, bool>? MaySteer { get; set; }

    /// <summary>Gets or sets the names by which browsers may call the server, as in the header <c>Host</c> without a port; null, the default, leaves
    /// that to the application.</summary>
    /// <value>Addresses such as <c>127.0.0.1</c> and <c>localhost</c> are always allowed where there is a list.</value>
    public IReadOnlyList<string>? AllowedHosts { get; set; }

    /// <summary>Gets or sets the clock; the system's by default.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets what starts a search from a file and returns its process; null where nobody may.</summary>
    internal Func<string, System.Diagnostics.Process>? Run { get; set; }

    /// <summary>Gets or sets what reads which store keeps the study of a folder: the address, and the name there; null where such folders are passed.</summary>
    internal Func<string, (string Store, string Study)?>? MarkOf { get; set; }

    /// <summary>Gets or sets what opens these stores.</summary>
    internal Func<string, StudySource>? OpenStore { get; set; }

    /// <summary>Gets or sets the accounts, when they are not read from <see cref="PasswordFile"/>.</summary>
    internal AccountFile? Accounts { get; set; }

    /// <summary>Makes relative paths whole.</summary>
    /// <param name="root">What they count from; empty for the current directory.</param>
    internal void CountFrom(string root)
    {
        for (int i = 0; i < Folders.Count; i++)
        {
            Folders[i] = Path.GetFullPath(Path.Combine(root, Folders[i]));
        }

        PasswordFile = PasswordFile is { } file ? Path.GetFullPath(Path.Combine(root, file)) : null;
    }
}
