using System.ComponentModel.DataAnnotations;

namespace TransformingLives.CaseBridge.Drop;

/// <summary>A folder that referrals are put into, for a council whose case system has no interface: the section <c>Drop</c>.</summary>
public sealed class DropOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Drop";

    /// <summary>The folder. It is on one file system, and whoever collects from it may take folders away.</summary>
    [Required]
    public string Folder { get; set; } = "";
}
