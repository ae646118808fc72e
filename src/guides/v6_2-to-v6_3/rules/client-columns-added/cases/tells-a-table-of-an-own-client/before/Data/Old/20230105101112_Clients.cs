using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Legacy.Names
{
    /// <inheritdoc />
    public partial class Clients : Migration
    {
    }
}
