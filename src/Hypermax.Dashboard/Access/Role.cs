namespace Hypermax.Dashboard.Access;

/// <summary>What somebody may do.</summary>
internal enum Role
{
    /// <summary>Nothing but sign in.</summary>
    None,

    /// <summary>See everything.</summary>
    Read,

    /// <summary>See everything and steer searches.</summary>
    Steer,
}
