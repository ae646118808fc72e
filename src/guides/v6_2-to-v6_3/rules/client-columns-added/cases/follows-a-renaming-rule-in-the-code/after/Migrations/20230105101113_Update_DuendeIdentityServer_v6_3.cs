using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Acme.Login.Migrations
{
    /// <inheritdoc />
    public partial class Update_DuendeIdentityServer_v6_3 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeSpan>(
                name: "dpo_pclock_skew",
                table: "Clients",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<int>(
                name: "dpo_pvalidation_mode",
                table: "Clients",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "initiate_login_uri",
                table: "Clients",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "require_dpo_p",
                table: "Clients",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dpo_pclock_skew",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "dpo_pvalidation_mode",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "initiate_login_uri",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "require_dpo_p",
                table: "Clients");
        }
    }
}
